# Run inside this folder: gnuplot same.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# dσ = -grad H dt + √(2T) dW: T in units of H
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.31
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Back to the same minimum, unless restarted well above T_d' at graph 0.5, screen 0.965 center font ',13.0'
set label 'temperature at restarts T_0/T_d' at graph 0.5, screen 0.2175 center font ',12.0'
set ylabel 'share of cycles, or overlap' font ',12.0'
set xrange [0.0:1.85]
set yrange [0.0:1.05]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'T_d' at first 1.0, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'
set arrow from first 1.0886621079036347, graph 0.0 to first 1.0886621079036347, graph 1.0 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'cycles of 500 steps, 8 a chain; 20 samples; bars: standard errors' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'second grey line: where states of minima at the threshold end, N → ∞, T = 0.943' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.12953, 0.16875 to screen 0.17287, 0.16875 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1512, 0.16875 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'same minimum, N = 60' at screen 0.18453, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 1.2 lc rgb '#56B4E9'
set label '' at screen 0.53, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#56B4E9'
set label 'same minimum, N = 30' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.12953, 0.13125 to screen 0.17287, 0.13125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1512, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'overlap with the minimum before' at screen 0.18453, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.53, 0.13125 point pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'overlap of unrelated minima' at screen 0.56333, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'same.svg'
plot \
  'same.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'same.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'same minimum, N = 60', \
  'same.csv' using 6:7 with lines lw 2.2 lc rgb '#56B4E9' notitle, \
  'same.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#56B4E9' title 'same minimum, N = 30', \
  'same.csv' using 11:12:(0):13 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'overlap with the minimum before', \
  'same.csv' using 14:15:(0):16 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'overlap of unrelated minima'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'same.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'same.png'
replot
unset output
