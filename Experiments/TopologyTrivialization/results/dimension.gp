# Run inside this folder: gnuplot dimension.gp
# Saddlery 0.1.0
# model: Gaussian field in a parabola
# convention: H(x) = μ|x|²/2 + V(x), Cov(V(x), V(y)) = N f(|x-y|²/(2N)), m = μ/√f''(0)
# exact mean numbers
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

set label 'More dimensions: more minima below m = 1, a single one above' at graph 0.5, screen 0.965 center font ',13.0'
set label 'dimension N' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'mean number of minima' font ',12.0'
set logscale y
set format y '10^{%T}'
set yrange [0.8:100000.0]

set label 'Gaussian field in a parabola, H = μ|x|²/2 + V(x), x in R^N; exact means' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.04813, 0.07625 to screen 0.09147, 0.07625 nohead lw 2.2 lc rgb '#0072B2'
set label 'm = 0.5' at screen 0.10313, 0.07625 left font ',10.5'
set arrow from screen 0.20153, 0.07625 to screen 0.24487, 0.07625 nohead lw 2.2 lc rgb '#D55E00'
set label 'm = 0.6' at screen 0.25653, 0.07625 left font ',10.5'
set arrow from screen 0.35493, 0.07625 to screen 0.39827, 0.07625 nohead lw 2.2 lc rgb '#009E73'
set label 'm = 0.7' at screen 0.40993, 0.07625 left font ',10.5'
set arrow from screen 0.50833, 0.07625 to screen 0.55167, 0.07625 nohead lw 2.2 lc rgb '#E69F00'
set label 'm = 1' at screen 0.56333, 0.07625 left font ',10.5'
set arrow from screen 0.66173, 0.07625 to screen 0.70507, 0.07625 nohead lw 2.2 lc rgb '#CC79A7'
set label 'm = 1.25' at screen 0.71673, 0.07625 left font ',10.5'
set arrow from screen 0.81513, 0.07625 to screen 0.85847, 0.07625 nohead lw 2.2 lc rgb '#56B4E9'
set label 'm = 1.5' at screen 0.87013, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'dimension.svg'
plot \
  'dimension.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title 'm = 0.5', \
  'dimension.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' title 'm = 0.6', \
  'dimension.csv' using 5:6 with lines lw 2.2 lc rgb '#009E73' title 'm = 0.7', \
  'dimension.csv' using 7:8 with lines lw 2.2 lc rgb '#E69F00' title 'm = 1', \
  'dimension.csv' using 9:10 with lines lw 2.2 lc rgb '#CC79A7' title 'm = 1.25', \
  'dimension.csv' using 11:12 with lines lw 2.2 lc rgb '#56B4E9' title 'm = 1.5'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'dimension.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'dimension.png'
replot
unset output
