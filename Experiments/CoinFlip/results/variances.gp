# Run inside this folder: gnuplot variances.gp
# Saddlery 0.1.0
# model: GOE matrices; Hessians at critical points of Gaussian fields in R^N and of pure p-spins
# seed: 1
# convention: d eigenvalues, N of a field, N - 1 of a p-spin
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2925
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'The index does not fluctuate like a count of coins' at graph 0.5, screen 0.965 center font ',13.0'
set label 'number of directions d' at graph 0.5, screen 0.2 center font ',12.0'
set ylabel 'variance of the index / d' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [1.0:300.0]
set yrange [0.0:0.65]

set label 'variance of the number of negative eigenvalues over d; dashes at the right: d → ∞' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.04473, 0.15125 to screen 0.08807, 0.15125 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'fair coins, 1/4' at screen 0.09973, 0.15125 left font ',10.5'
set arrow from screen 0.27653, 0.15125 to screen 0.31987, 0.15125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.2982, 0.15125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'raw GOE' at screen 0.33153, 0.15125 left font ',10.5'
set arrow from screen 0.50833, 0.15125 to screen 0.55167, 0.15125 nohead lw 2.2 lc rgb '#D55E00'
set label 'raw GOE, large d' at screen 0.56333, 0.15125 left font ',10.5'
set arrow from screen 0.74013, 0.15125 to screen 0.78347, 0.15125 nohead lw 2.2 lc rgb '#0072B2'
set label 'Gaussian field' at screen 0.79513, 0.15125 left font ',10.5'
set arrow from screen 0.04473, 0.11375 to screen 0.08807, 0.11375 nohead lw 2.2 lc rgb '#009E73'
set label '3-spin' at screen 0.09973, 0.11375 left font ',10.5'
set arrow from screen 0.27653, 0.11375 to screen 0.31987, 0.11375 nohead lw 2.2 lc rgb '#CC79A7'
set label '4-spin' at screen 0.33153, 0.11375 left font ',10.5'
set arrow from screen 0.50833, 0.11375 to screen 0.55167, 0.11375 nohead lw 2.2 lc rgb '#E69F00'
set label '10-spin' at screen 0.56333, 0.11375 left font ',10.5'
set arrow from screen 0.74013, 0.11375 to screen 0.78347, 0.11375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.7618, 0.11375 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'drawn' at screen 0.79513, 0.11375 left font ',10.5'
set arrow from screen 0.04473, 0.07625 to screen 0.08807, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.09973, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'variances.svg'
plot \
  'variances.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'variances.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'variances.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'variances.csv' using 8:9 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'variances.csv' using 10:11 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'variances.csv' using 12:13 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'variances.csv' using 14:15 with lines dt (8,5) lw 2.2 lc rgb '#009E73' notitle, \
  'variances.csv' using 16:17 with lines lw 2.2 lc rgb '#CC79A7' notitle, \
  'variances.csv' using 18:19 with lines dt (8,5) lw 2.2 lc rgb '#CC79A7' notitle, \
  'variances.csv' using 20:21 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'variances.csv' using 22:23 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'variances.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'variances.png'
replot
unset output
