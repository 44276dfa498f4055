# Run inside this folder: gnuplot decay-2-1-1-2.gp
# Saddlery 0.1.0
# model: deep linear networks, normal inputs and targets
# seed: 1
# convention: loss ½ Σ|W_L...W_1 x - y|² + ½ Σ λ w², over ½ Σ|y|²
# losses over that of no network
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

set label 'Three layers with decay: zero weights are a minimum, far above the bottom' at graph 0.5, screen 0.965 center font ',13.0'
set label 'decay ε' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'loss over that of zero weights' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.0005:0.2]

set label 'all critical points of a 2-1-1-2 network, three examples, one sample; decays are ε times numbers from ½ to 1½' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.16873, 0.14125 to screen 0.21207, 0.14125 nohead dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'levels without decay, exact' at screen 0.22373, 0.14125 left font ',10.5'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'saddles' at screen 0.56333, 0.14125 left font ',10.5'
set label '' at screen 0.1904, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'minima' at screen 0.22373, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'decay-2-1-1-2.svg'
plot \
  'decay-2-1-1-2.csv' using 1:2 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'levels without decay, exact', \
  'decay-2-1-1-2.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'decay-2-1-1-2.csv' using 5:6 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'decay-2-1-1-2.csv' using 7:8 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'saddles', \
  'decay-2-1-1-2.csv' using 9:10 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'minima'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'decay-2-1-1-2.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'decay-2-1-1-2.png'
replot
unset output
