# Run inside this folder: gnuplot examples.gp
# Saddlery 0.1.0
# model: linear least squares
# seed: 1
# convention: entries of variance 1/N, targets of variance 1
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

set label "A minimum of all examples' losses only where they can be interpolated" at graph 0.5, screen 0.965 center font ',13.0'
set label 'examples per unknown M/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean squared residual of an example' font ',12.0'
set xrange [0.3:4.2]
set yrange [-0.05:1.4]

set label 'linear least squares, 40 unknowns, M examples, targets of variance 1; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over samples, smaller than the marks' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10993, 0.14125 to screen 0.15327, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'exact, 1 - N/M' at screen 0.16493, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'least mean loss' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.10993, 0.10375 to screen 0.15327, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1316, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'stochastic descent, constant step' at screen 0.16493, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'examples.svg'
plot \
  'examples.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'exact, 1 - N/M', \
  'examples.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'least mean loss', \
  'examples.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'stochastic descent, constant step'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'examples.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'examples.png'
replot
unset output
