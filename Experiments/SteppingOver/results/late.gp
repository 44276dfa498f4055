# Run inside this folder: gnuplot late.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ways between successive points of gradient descent
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Steps that cross valleys stay high above the floor' at graph 0.5, screen 0.965 center font ',13.0'
set label 'step over the limit of stability η/η*' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'late energy per spin E = H/N' font ',12.0'
set logscale x
set xrange [0.09:7.0]
set yrange [-1.75:0.05]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label 'limit of stability' at first 1.0, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'
set arrow from graph 0.0, first -1.632993161855452 to graph 1.0, first -1.632993161855452 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label '-E_∞' at graph 0.98, first -1.632993161855452 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, |σ|² = N, E = H/N; seed 1; N = 100, mean of the last tenth of 300 steps' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.18833, 0.10375 to screen 0.23167, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.21, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'steps along great circles' at screen 0.24333, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'straight steps' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'late.svg'
plot \
  'late.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'late.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'steps along great circles', \
  'late.csv' using 6:7 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'late.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#009E73' title 'straight steps'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'late.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'late.png'
replot
unset output
