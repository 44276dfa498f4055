# Run inside this folder: gnuplot areas.gp
# Saddlery 0.1.0
# model: f = (x² + 3y²)/2, dx = -∇f dt + √2 L dW, LLᵀ = D
# seed: 1
# convention: covariances Σ of positions; area swept round the minimum, anticlockwise positive
# 20000 runs of each noise
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

set label 'Noise across the axes turns in circles' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'area swept round the minimum' font ',12.0'

set label 'f = (x² + 3y²)/2; noise of diffusion matrix D; means ± standard error over runs; dashed: exact' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.15893, 0.14125 to screen 0.20227, 0.14125 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.1806, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'the same along all axes' at screen 0.21393, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'along the axes of the valley' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.15893, 0.10375 to screen 0.20227, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1806, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'across the axes' at screen 0.21393, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.53, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'measured' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'areas.svg'
plot \
  'areas.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#000000' notitle, \
  'areas.csv' using 4:5 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'areas.csv' using 6:7:(0):8 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'areas.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'areas.csv' using 11:12:(0):13 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'areas.csv' using 14:15 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'areas.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'areas.png'
replot
unset output
