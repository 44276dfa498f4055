# Run inside this folder: gnuplot index.gp
# Saddlery 0.1.0
# model: loss of networks
# seed: 1
# convention: half mean square or cross-entropy, decay/2 |w|^2
# 6-6-6 tanh, 40 random pairs; 8-5-1 and 16-4-10 of a teacher and of digits
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

set label 'Index falls with loss, at critical points and at others' at graph 0.5, screen 0.965 center font ',13.0'
set label 'loss over that of zero weights' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'index fraction α = k/72' font ',12.0'
set xrange [0.5:1.3]
set yrange [-0.02:0.55]

set label '6-6-6 tanh, 72 weights, 40 random pairs, decay 0.01, 4 samples, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'half mean square and decay/2 |w|^2, over its value at zero weights; starts of descent beyond 1.3 left out' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.161, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'on the way of gradient descent' at screen 0.19433, 0.14125 left font ',10.5'
set label '' at screen 0.53, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'small gradient, not critical' at screen 0.56333, 0.14125 left font ',10.5'
set label '' at screen 0.161, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'critical' at screen 0.19433, 0.10375 left font ',10.5'
set label '' at screen 0.53, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'zero weights, exact' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'index.svg'
plot \
  'index.csv' using 1:2 with points pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'on the way of gradient descent', \
  'index.csv' using 3:4 with points pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'small gradient, not critical', \
  'index.csv' using 5:6 with points pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'critical', \
  'index.csv' using 7:8 with points pt 11 ps 0.6 lw 1.2 lc rgb '#000000' title 'zero weights, exact'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'index.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'index.png'
replot
unset output
