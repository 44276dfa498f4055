# Run inside this folder: gnuplot students.gp
# Saddlery 0.1.0
# model: XOR by a 2-h-1 rectifier network; rectifier students of an orthonormal rectifier teacher
# seed: 1
# convention: E: mean squared error, twice the loss; students: F = E(f - t)²/2
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

set label 'Students of a teacher of k rectifiers: bad minima, fewer with a unit more' at graph 0.5, screen 0.965 center font ',13.0'
set label 'units k of the teacher' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'share of descents in bad minima' font ',12.0'
set xrange [4.0:21.0]
set yrange [-0.02:1.02]

set label 'orthonormal teacher in k dimensions, exact loss for normal inputs, weights of variance 1/k at the start' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '160 starts each, shares with binomial errors; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.26353, 0.10375 to screen 0.30687, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.2852, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'n = k' at screen 0.31853, 0.10375 left font ',10.5'
set arrow from screen 0.42673, 0.10375 to screen 0.47007, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.4484, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'n = k + 1' at screen 0.48173, 0.10375 left font ',10.5'
set arrow from screen 0.58993, 0.10375 to screen 0.63327, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.6116, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'n = k + 2' at screen 0.64493, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'students.svg'
plot \
  'students.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'n = k', \
  'students.csv' using 4:5 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'students.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'n = k + 1', \
  'students.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'students.csv' using 11:12:(0):13 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#000000' title 'n = k + 2', \
  'students.csv' using 14:15 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'students.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'students.png'
replot
unset output
