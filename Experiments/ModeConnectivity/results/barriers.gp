# Run inside this folder: gnuplot barriers.gp
# Saddlery 0.1.0
# model: tanh networks of one hidden layer
# seed: 1
# convention: losses in units of L(0) = 1/2
# L(w) = 1/(2m) Σ (f - y)² + λ|w|²/2, Σ y² = m
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

set label 'A curve of one bend passes most of the barrier, wide networks nearly all' at graph 0.5, screen 0.965 center font ',13.0'
set label 'hidden units h' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'barrier over the higher end' font ',12.0'
set logscale x
set xrange [8.0:128.0]
set xtics 2.0
set logscale y
set format y '10^{%T}'

set label '4-h-1 tanh, 60 examples; L in units of the loss of no weights; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'means over pairs of minima as they come; bars: standard errors over 12 data sets' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.15893, 0.14125 to screen 0.20227, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1806, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'random labels, straight' at screen 0.21393, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.53, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'random labels, trained curve' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.15893, 0.10375 to screen 0.20227, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1806, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'teacher, straight' at screen 0.21393, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#56B4E9'
set label '' at screen 0.53, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#56B4E9'
set label 'teacher, trained curve' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'barriers.svg'
plot \
  'barriers.csv' using 1:2 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'barriers.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'random labels, straight', \
  'barriers.csv' using 6:7 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'barriers.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'random labels, trained curve', \
  'barriers.csv' using 11:12 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'barriers.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'teacher, straight', \
  'barriers.csv' using 16:17 with lines lw 2.2 lc rgb '#56B4E9' notitle, \
  'barriers.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#56B4E9' title 'teacher, trained curve'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'barriers.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'barriers.png'
replot
unset output
