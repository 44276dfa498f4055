# Run inside this folder: gnuplot flat.gp
# Saddlery 0.1.0
# model: loss of networks
# seed: 1
# convention: half mean square or cross-entropy, decay/2 |w|^2
# 6-6-6 tanh, 40 random pairs; 8-5-1 and 16-4-10 of a teacher and of digits
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

set label 'With a decay, ends that are not critical have g in the kernel of H' at graph 0.5, screen 0.965 center font ',13.0'
set label '|g| over the mean |g| of starts' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'r = |Hg|/(|H||g|)' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [1e-09:1.0]
set logscale y
set format y '10^{%T}'
set yrange [1e-14:1.0]

set arrow from graph 0.0, first 1e-06 to graph 1.0, first 1e-06 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'gradient-flat below' at graph 0.98, first 1e-06 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label '6-6-6 tanh, ends of Levenberg-Marquardt on |g|^2 that are not critical, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'accepted by their gradients: those left of 1e-3' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.1644, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'decay 0.0' at screen 0.19773, 0.10375 left font ',10.5'
set label '' at screen 0.3472, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'decay 0.003' at screen 0.38053, 0.10375 left font ',10.5'
set label '' at screen 0.53, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'decay 0.01' at screen 0.56333, 0.10375 left font ',10.5'
set label '' at screen 0.7128, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'decay 0.03' at screen 0.74613, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'flat.svg'
plot \
  'flat.csv' using 1:2 with points pt 7 ps 0.6 lw 1.2 lc rgb '#000000' title 'decay 0.0', \
  'flat.csv' using 3:4 with points pt 5 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'decay 0.003', \
  'flat.csv' using 5:6 with points pt 9 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'decay 0.01', \
  'flat.csv' using 7:8 with points pt 11 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'decay 0.03'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'flat.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'flat.png'
replot
unset output
