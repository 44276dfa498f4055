# Run inside this folder: gnuplot networks.gp
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
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Larger networks: index and loss of critical points' at graph 0.5, screen 0.965 center font ',13.0'
set label 'loss over that of zero weights' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'index k' font ',12.0'

set label '8-5-1 tanh, 51 weights, 200 examples of a teacher; 16-4-10 tanh, 118 weights, 200 digits; decay 0.01' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'one point for each orbit of exchanges and signs of hidden units; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.308, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label '8-5-1, teacher' at screen 0.34133, 0.10375 left font ',10.5'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label '16-4-10, digits' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'networks.svg'
plot \
  'networks.csv' using 1:2 with points pt 7 ps 0.6 lw 1.2 lc rgb '#000000' title '8-5-1, teacher', \
  'networks.csv' using 3:4 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title '16-4-10, digits'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'networks.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'networks.png'
replot
unset output
