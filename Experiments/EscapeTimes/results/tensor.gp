# Run inside this folder: gnuplot tensor.gp
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
set bmargin at screen 0.255
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Saddles with more ways down are left sooner in units of 1/λ' at graph 0.5, screen 0.965 center font ',13.0'
set label 'temperature T in units of f' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'λ · mean time to leave' font ',12.0'
set logscale x
set format x '10^{%T}'
set yrange [0.0:12.0]

set label 'f = -Σ x_i^4/N on |x|² = N = 10; 1000 runs a point, seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.11375 to screen 0.11577, 0.11375 nohead lw 2.2 lc rgb '#0072B2'
set label 'k = 2' at screen 0.12743, 0.11375 left font ',10.5'
set arrow from screen 0.36303, 0.11375 to screen 0.40637, 0.11375 nohead lw 2.2 lc rgb '#D55E00'
set label 'k = 3' at screen 0.41803, 0.11375 left font ',10.5'
set arrow from screen 0.65363, 0.11375 to screen 0.69697, 0.11375 nohead lw 2.2 lc rgb '#009E73'
set label 'k = 5' at screen 0.70863, 0.11375 left font ',10.5'
set arrow from screen 0.07243, 0.07625 to screen 0.11577, 0.07625 nohead lw 2.2 lc rgb '#E69F00'
set label 'k = 10' at screen 0.12743, 0.07625 left font ',10.5'
set arrow from screen 0.36303, 0.07625 to screen 0.40637, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'k - 1 modes alone' at screen 0.41803, 0.07625 left font ',10.5'
set arrow from screen 0.65363, 0.07625 to screen 0.69697, 0.07625 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.6753, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'noisy gradient descent' at screen 0.70863, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'tensor.svg'
plot \
  'tensor.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'tensor.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'tensor.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'tensor.csv' using 8:9:(0):10 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'tensor.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'tensor.csv' using 13:14:(0):15 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'tensor.csv' using 16:17 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'tensor.csv' using 18:19:(0):20 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'tensor.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'tensor.png'
replot
unset output
