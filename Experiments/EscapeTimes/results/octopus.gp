# Run inside this folder: gnuplot octopus.gp
# Saddlery 0.1.0
# model: toy functions in R^n and on spheres
# seed: 1
# convention: dx = -grad f dt + sqrt(2T) dW, T in units of f
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2175
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A row of n saddles: exponential time, unless kicked' at graph 0.5, screen 0.965 center font ',13.0'
set label 'dimension n' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'steps to the minimum' font ',12.0'
set xrange [1.0:13.0]
set logscale y
set format y '10^{%T}'
set yrange [10.0:100000.0]

set label 'octopus of L = 1.0, γ = 0.5, step 0.05; 100 starts in [-1, 1]^n each, seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.07625 to screen 0.11577, 0.07625 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label '3.16^n, predicted slope' at screen 0.12743, 0.07625 left font ',10.5'
set arrow from screen 0.36303, 0.07625 to screen 0.40637, 0.07625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.3847, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'gradient descent' at screen 0.41803, 0.07625 left font ',10.5'
set arrow from screen 0.65363, 0.07625 to screen 0.69697, 0.07625 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.6753, 0.07625 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'kicked, 0.01' at screen 0.70863, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'octopus.svg'
plot \
  'octopus.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' title '3.16^n, predicted slope', \
  'octopus.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'gradient descent', \
  'octopus.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'kicked, 0.01'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'octopus.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'octopus.png'
replot
unset output
