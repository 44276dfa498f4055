# Run inside this folder: gnuplot networks.gp
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
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Across basins predictions can be averaged, weights hardly' at graph 0.5, screen 0.965 center font ',13.0'
set label '1, 2: teacher; 3, 4: random labels' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'data loss of the average of K networks' font ',12.0'
set xrange [0.5:4.5]
set xtics 1.0
set logscale y
set format y '10^{%T}'

set label '4-16-1 tanh, 60 examples; loss of data over that of no weights; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '1, 2: teacher, K = 2, 4; 3, 4: random labels, K = 2, 4; bars: standard errors over data sets' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.05773, 0.14125 to screen 0.10107, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.0794, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'weights, as they come' at screen 0.11273, 0.14125 left font ',10.5'
set arrow from screen 0.35813, 0.14125 to screen 0.40147, 0.14125 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.3798, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'weights, aligned' at screen 0.41313, 0.14125 left font ',10.5'
set arrow from screen 0.65853, 0.14125 to screen 0.70187, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.6802, 0.14125 point pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'predictions' at screen 0.71353, 0.14125 left font ',10.5'
set arrow from screen 0.05773, 0.10375 to screen 0.10107, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.0794, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'the networks themselves' at screen 0.11273, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'networks.svg'
plot \
  'networks.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'weights, as they come', \
  'networks.csv' using 4:5:(0):6 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'weights, aligned', \
  'networks.csv' using 7:8:(0):9 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'predictions', \
  'networks.csv' using 10:11:(0):12 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'the networks themselves'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'networks.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'networks.png'
replot
unset output
