# Run inside this folder: gnuplot levels.gp
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
set bmargin at screen 0.31
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Without decay: saddles on exact levels, flat ones with three and more layers' at graph 0.5, screen 0.965 center font ',13.0'
set label 'loss over that of zero weights' at graph 0.5, screen 0.2175 center font ',12.0'
set ylabel 'index (number of negative eigenvalues)' font ',12.0'

set label 'points found by searches in one sample, 3 units in every layer; index: eigenvalues below -10⁻⁶ of the largest' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'marks of two and four layers are drawn 0.2 lower and higher' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.11653, 0.16875 to screen 0.15987, 0.16875 nohead dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'exact levels' at screen 0.17153, 0.16875 left font ',10.5'
set label '' at screen 0.3994, 0.16875 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label '2 layers of weights' at screen 0.43273, 0.16875 left font ',10.5'
set label '' at screen 0.6606, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label '3 layers of weights' at screen 0.69393, 0.16875 left font ',10.5'
set label '' at screen 0.1382, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#000000'
set label '4 layers of weights' at screen 0.17153, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'levels.svg'
plot \
  'levels.csv' using 1:2 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'exact levels', \
  'levels.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 5:6 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 7:8 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 9:10 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 11:12 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 13:14 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 15:16 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'levels.csv' using 17:18 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title '2 layers of weights', \
  'levels.csv' using 19:20 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title '3 layers of weights', \
  'levels.csv' using 21:22 with points pt 9 ps 0.6 lw 1.2 lc rgb '#000000' title '4 layers of weights'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'levels.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'levels.png'
replot
unset output
