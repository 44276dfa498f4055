# Run inside this folder: gnuplot minima.gp
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
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'How unlikely a minimum is, in fair coins for each direction' at graph 0.5, screen 0.965 center font ',13.0'
set label 'number of directions d' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'fair coins per direction' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [1.0:100.0]
set yrange [0.0:2.5]

set label '-log₂ P(all d eigenvalues positive)/d; bars: standard errors; dashes at the right: d → ∞' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'raw GOE matrices grow as 0.396 d; Hessians at critical points do not' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.08393, 0.14125 to screen 0.12727, 0.14125 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'fair coins' at screen 0.13893, 0.14125 left font ',10.5'
set arrow from screen 0.29613, 0.14125 to screen 0.33947, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'raw GOE' at screen 0.35113, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'Gaussian field' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.72053, 0.14125 to screen 0.76387, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label '3-spin' at screen 0.77553, 0.14125 left font ',10.5'
set arrow from screen 0.08393, 0.10375 to screen 0.12727, 0.10375 nohead lw 2.2 lc rgb '#CC79A7'
set label '4-spin' at screen 0.13893, 0.10375 left font ',10.5'
set arrow from screen 0.29613, 0.10375 to screen 0.33947, 0.10375 nohead lw 2.2 lc rgb '#E69F00'
set label '10-spin' at screen 0.35113, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.72053, 0.10375 to screen 0.76387, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.7422, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'measured' at screen 0.77553, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'minima.svg'
plot \
  'minima.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'minima.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'minima.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'minima.csv' using 8:9 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'minima.csv' using 10:11:(0):12 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'minima.csv' using 13:14 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'minima.csv' using 15:16 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'minima.csv' using 17:18:(0):19 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'minima.csv' using 20:21 with lines dt (8,5) lw 2.2 lc rgb '#009E73' notitle, \
  'minima.csv' using 22:23 with lines lw 2.2 lc rgb '#CC79A7' notitle, \
  'minima.csv' using 24:25:(0):26 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#CC79A7' notitle, \
  'minima.csv' using 27:28 with lines dt (8,5) lw 2.2 lc rgb '#CC79A7' notitle, \
  'minima.csv' using 29:30 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'minima.csv' using 34:35 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'minima.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'minima.png'
replot
unset output
