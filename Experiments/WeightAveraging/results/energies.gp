# Run inside this folder: gnuplot energies.gp
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
set bmargin at screen 0.3475
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Warm restarts gain nothing on random ones' at graph 0.5, screen 0.965 center font ',13.0'
set label 'temperature at restarts, or at the start, T_0/T_d' at graph 0.5, screen 0.255 center font ',12.0'
set ylabel 'energy per spin E = H/N of minima' font ',12.0'
set xrange [0.0:1.85]
set yrange [* < -1.6028922495236533 : -1.6028922495236533 < *]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'T_d' at first 1.0, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'
set arrow from graph 0.0, first -1.6028922495236533 to graph 1.0, first -1.6028922495236533 nohead back dt (8,5) lw 1.21 lc rgb '#000000'

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'cycles of 500 steps, 8 a chain; 20 samples; as many gradients each' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'dashed: lowest of 8 descents from random points' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.26503, 0.20625 to screen 0.30837, 0.20625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.2867, 0.20625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'warm restarts, lowest of 8' at screen 0.32003, 0.20625 left font ',10.5'
set arrow from screen 0.26503, 0.16875 to screen 0.30837, 0.16875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.2867, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'the same cycles from random points, lowest' at screen 0.32003, 0.16875 left font ',10.5'
set arrow from screen 0.26503, 0.13125 to screen 0.30837, 0.13125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.2867, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'one anneal' at screen 0.32003, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'energies.svg'
plot \
  'energies.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'energies.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'warm restarts, lowest of 8', \
  'energies.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'energies.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'the same cycles from random points, lowest', \
  'energies.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'energies.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'one anneal'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'energies.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'energies.png'
replot
unset output
