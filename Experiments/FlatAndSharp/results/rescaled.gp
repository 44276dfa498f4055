# Run inside this folder: gnuplot rescaled.gp
# Saddlery 0.1.0
# model: one hidden layer of rectifiers on a teacher's data; Langevin dynamics in two wells
# seed: 1
# convention: loss: half the mean squared error; dx = -f' dt + √(2D) dW
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

set label 'One function, any sharpness: a rescaled rectifier network' at graph 0.5, screen 0.965 center font ',13.0'
set label 'factor α' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'largest eigenvalue of the Hessian' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.005920767837931241:168.89701257893051]
set logscale y
set format y '10^{%T}'
set yrange [1.0:1000000.0]

set label 'weights in times α, weights out over α; medians over 24 trained 5-10-1 networks, a faint line each; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'outputs on fresh inputs are the same to the last bit at every α' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.17853, 0.14125 to screen 0.22187, 0.14125 nohead dt (8,5) lw 2.21 lc rgb '#000000'
set label 'α²μ, block of weights out' at screen 0.23353, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'A/α², block of weights in' at screen 0.56333, 0.14125 left font ',10.5'
set label '' at screen 0.2002, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'largest eigenvalue, median' at screen 0.23353, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'rescaled.svg'
plot \
  'rescaled.csv' using 1:2 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 3:4 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 5:6 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 7:8 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 9:10 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 11:12 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 13:14 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 15:16 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 17:18 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 19:20 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 21:22 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 23:24 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 25:26 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 27:28 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 29:30 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 31:32 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 33:34 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 35:36 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 37:38 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 39:40 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 41:42 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 43:44 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 45:46 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 47:48 with lines lw 1.2 lc rgb '#BDBDBD' notitle, \
  'rescaled.csv' using 49:50 with lines dt (8,5) lw 2.2 lc rgb '#000000' title 'α²μ, block of weights out', \
  'rescaled.csv' using 51:52 with lines lw 2.2 lc rgb '#0072B2' title 'A/α², block of weights in', \
  'rescaled.csv' using 53:54 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'largest eigenvalue, median'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'rescaled.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'rescaled.png'
replot
unset output
