# Run inside this folder: gnuplot odds.gp
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

set label 'Two wells of one depth, curvatures 8 apart: noise prefers the flat one' at graph 0.5, screen 0.965 center font ',13.0'
set label 'height of the barrier over T' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'time in the flat well over time in the sharp one' font ',12.0'
set xrange [0.3:3.2]
set logscale y
set format y '10^{%T}'

set label 'one dimension; lines exact for continuous time; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'same noise everywhere: by √8 at any temperature; noise in proportion to the curvature: exponentially in 1/T' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.14125 to screen 0.11577, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'noise as the curvature' at screen 0.12743, 0.14125 left font ',10.5'
set arrow from screen 0.36303, 0.14125 to screen 0.40637, 0.14125 nohead dt (8,5) lw 2.21 lc rgb '#0072B2'
set label 'the same everywhere' at screen 0.41803, 0.14125 left font ',10.5'
set arrow from screen 0.65363, 0.14125 to screen 0.69697, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.70863, 0.14125 left font ',10.5'
set arrow from screen 0.07243, 0.10375 to screen 0.11577, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.0941, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'measured' at screen 0.12743, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'odds.svg'
plot \
  'odds.csv' using 1:2 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'odds.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'odds.csv' using 6:7 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'odds.csv' using 8:9:(0):10 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'odds.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'odds.png'
replot
unset output
