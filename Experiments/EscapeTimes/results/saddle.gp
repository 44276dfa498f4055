# Run inside this folder: gnuplot saddle.gp
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

set label 'Noise leaves a saddle in a time like ln(1/T)/(2λ)' at graph 0.5, screen 0.965 center font ',13.0'
set label 'temperature T in units of f' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'mean time to leave' font ',12.0'
set logscale x
set format x '10^{%T}'
set yrange [0.0:15.0]

set label 'f = -λx²/2, from x = 0 to |x| = 1; 2000 runs a point, seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.02513, 0.11375 to screen 0.06847, 0.11375 nohead lw 2.2 lc rgb '#0072B2'
set label 'λ = 0.5' at screen 0.08013, 0.11375 left font ',10.5'
set arrow from screen 0.26673, 0.11375 to screen 0.31007, 0.11375 nohead lw 2.2 lc rgb '#D55E00'
set label 'λ = 1.0' at screen 0.32173, 0.11375 left font ',10.5'
set arrow from screen 0.50833, 0.11375 to screen 0.55167, 0.11375 nohead lw 2.2 lc rgb '#009E73'
set label 'λ = 2.0' at screen 0.56333, 0.11375 left font ',10.5'
set arrow from screen 0.74993, 0.11375 to screen 0.79327, 0.11375 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.80493, 0.11375 left font ',10.5'
set arrow from screen 0.02513, 0.07625 to screen 0.06847, 0.07625 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.0468, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'Langevin dynamics' at screen 0.08013, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'saddle.svg'
plot \
  'saddle.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'saddle.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'saddle.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'saddle.csv' using 8:9:(0):10 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'saddle.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'saddle.csv' using 13:14:(0):15 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'saddle.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'saddle.png'
replot
unset output
