# Run inside this folder: gnuplot well.gp
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
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Noise leaves a well in a time like e^{Δf/T}' at graph 0.5, screen 0.965 center font ',13.0'
set label 'height of the barrier over temperature, Δf/T' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'mean time to leave' font ',12.0'
set logscale y
set format y '10^{%T}'
set yrange [1.0:1000.0]

set label 'f = (x^2 - 1)^2 - x/4, from the left minimum; 600 runs a point, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label "Kramers: 2π exp(Δf/T)/√(f'' |f''(top)|)" at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14593, 0.10375 to screen 0.18927, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.20093, 0.10375 left font ',10.5'
set arrow from screen 0.38753, 0.10375 to screen 0.43087, 0.10375 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'Kramers' at screen 0.44253, 0.10375 left font ',10.5'
set arrow from screen 0.62913, 0.10375 to screen 0.67247, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.6508, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'Langevin dynamics' at screen 0.68413, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'well.svg'
plot \
  'well.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'exact', \
  'well.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'Kramers', \
  'well.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'Langevin dynamics'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'well.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'well.png'
replot
unset output
