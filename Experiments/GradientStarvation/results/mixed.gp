# Run inside this folder: gnuplot mixed.gp
# Saddlery 0.1.0
# model: logistic regression on features of 1 and 0.3 times the label; tanh networks
# seed: 1
# convention: loss: mean of ln(1 + exp(-z)), z = label times output; dw/dt = -∇loss from w = 0
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

set label 'Starvation is complete only where every example has the strong feature' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time t' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'weight of the weak feature' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.9:2300.0]
set yrange [-0.5:18.0]

set label 'weight of the weak feature, which all examples have; the strong one in a part p of them' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'gradient flow from w = 0' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.1465, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'p = 0.0' at screen 0.17983, 0.10375 left font ',10.5'
set label '' at screen 0.2999, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'p = 0.5' at screen 0.33323, 0.10375 left font ',10.5'
set label '' at screen 0.4533, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'p = 0.9' at screen 0.48663, 0.10375 left font ',10.5'
set label '' at screen 0.6067, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#CC79A7'
set label 'p = 0.99' at screen 0.64003, 0.10375 left font ',10.5'
set label '' at screen 0.7601, 0.10375 point pt 13 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'p = 1.0' at screen 0.79343, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'mixed.svg'
plot \
  'mixed.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'mixed.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'p = 0.0', \
  'mixed.csv' using 5:6 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' notitle, \
  'mixed.csv' using 7:8 with points pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'p = 0.5', \
  'mixed.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#009E73' notitle, \
  'mixed.csv' using 11:12 with points pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'p = 0.9', \
  'mixed.csv' using 13:14 with lines dt (8,5) lw 2.2 lc rgb '#CC79A7' notitle, \
  'mixed.csv' using 15:16 with points pt 11 ps 0.6 lw 1.2 lc rgb '#CC79A7' title 'p = 0.99', \
  'mixed.csv' using 17:18 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'mixed.csv' using 19:20 with points pt 13 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'p = 1.0'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'mixed.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'mixed.png'
replot
unset output
