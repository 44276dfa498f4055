# Run inside this folder: gnuplot labels.gp
# Saddlery 0.1.0
# model: random quadratic equations x'Jx/N = y on |x|² = N; linear equations; tanh networks on random labels
# seed: 1
# convention: J_ij normal, x'Jx/N and y of variance 1; M = αN; loss Σ(x'Jx/N - y)²/2
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

set label 'Random labels: signs can be met for more examples than there are parameters, values not' at graph 0.5, screen 0.965 center font ',11.904761904761903'
set label 'examples over parameters m/P' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'share of networks' font ',12.0'
set xrange [0.15:2.6]
set yrange [-0.02:1.02]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'

set label 'tanh 8-10-1, 101 parameters, normal inputs, labels ±1 by coin; Adam, 5000 steps; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'errors over 32 samples; upright line: as many examples as parameters' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14913, 0.10375 to screen 0.19247, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1708, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'all signs right' at screen 0.20413, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'all values met to a hundredth' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'labels.svg'
plot \
  'labels.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'labels.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'all signs right', \
  'labels.csv' using 6:7 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'labels.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'all values met to a hundredth'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'labels.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'labels.png'
replot
unset output
