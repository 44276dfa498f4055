# Run inside this folder: gnuplot shares.gp
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
set bmargin at screen 0.31
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Aligned units remove the barrier where a teacher is imitated, not in general' at graph 0.5, screen 0.965 center font ',13.0'
set label 'hidden units h' at graph 0.5, screen 0.2175 center font ',12.0'
set ylabel 'barrier over that of the straight way as it comes' font ',12.0'
set logscale x
set xrange [3.2:83.2]
set xtics 2.0
set yrange [-0.08:1.4]

set label '4-h-1 tanh, 60 examples; L in units of the loss of no weights; seed 1' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'ratios of means over pairs of minima; bars: standard errors over data sets' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'best: lowest of all 384 images at h = 4, after exchanges beyond; drawn 4 % to the right' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.12953, 0.16875 to screen 0.17287, 0.16875 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.1512, 0.16875 point pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'random labels, a random image' at screen 0.18453, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'random labels, nearest image' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.12953, 0.13125 to screen 0.17287, 0.13125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.1512, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'random labels, best image found' at screen 0.18453, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.53, 0.13125 point pt 11 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'teacher, nearest image' at screen 0.56333, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'shares.svg'
plot \
  'shares.csv' using 1:2 with lines lw 1.2 lc rgb '#7F7F7F' notitle, \
  'shares.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'random labels, a random image', \
  'shares.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'shares.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'random labels, nearest image', \
  'shares.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'shares.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'random labels, best image found', \
  'shares.csv' using 16:17 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'shares.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'teacher, nearest image'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'shares.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'shares.png'
replot
unset output
