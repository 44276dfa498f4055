# Run inside this folder: gnuplot networks.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# great circles from random points to minima
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

set label 'Networks: downhill from start to solution, uphill from another solution' at graph 0.5, screen 0.965 center font ',13.0'
set label 'part of the way t' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'loss L over that of no weights' font ',12.0'
set xrange [0.0:1.0]
set logscale y
set format y '10^{%T}'

set label '4-64-1 tanh, 60 examples; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'means over minima; bars: standard errors over data sets' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.09033, 0.14125 to screen 0.13367, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.112, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'random labels, from the start' at screen 0.14533, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.53, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'random labels, from another minimum' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.09033, 0.10375 to screen 0.13367, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.112, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'teacher, from the start' at screen 0.14533, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#56B4E9'
set label '' at screen 0.53, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#56B4E9'
set label 'teacher, from another minimum' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'networks.svg'
plot \
  'networks.csv' using 1:2 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'networks.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'random labels, from the start', \
  'networks.csv' using 6:7 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'networks.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'random labels, from another minimum', \
  'networks.csv' using 11:12 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'networks.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'teacher, from the start', \
  'networks.csv' using 16:17 with lines lw 2.2 lc rgb '#56B4E9' notitle, \
  'networks.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#56B4E9' title 'teacher, from another minimum'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'networks.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'networks.png'
replot
unset output
