# Run inside this folder: gnuplot counts.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# every critical point of every sample, certified
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

set label 'Enumerated critical points average to the exact numbers' at graph 0.5, screen 0.965 center font ',13.0'
set label 'index fraction k/(N-1)' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean number of critical points' font ',12.0'

set label 'pure p-spin, all critical points of every disorder sample, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors, the sample being the unit; lines join exact means at that N' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10353, 0.14125 to screen 0.14687, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'p = 3, N = 6' at screen 0.15853, 0.14125 left font ',10.5'
set arrow from screen 0.30593, 0.14125 to screen 0.34927, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'p = 3, N = 8' at screen 0.36093, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'p = 3, N = 10' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.71073, 0.14125 to screen 0.75407, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'p = 4, N = 5' at screen 0.76573, 0.14125 left font ',10.5'
set arrow from screen 0.10353, 0.10375 to screen 0.14687, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.15853, 0.10375 left font ',10.5'
set arrow from screen 0.30593, 0.10375 to screen 0.34927, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.3276, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'enumerated' at screen 0.36093, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'counts.svg'
plot \
  'counts.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'counts.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'counts.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'counts.csv' using 8:9:(0):10 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'counts.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'counts.csv' using 13:14:(0):15 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'counts.csv' using 16:17 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'counts.csv' using 18:19:(0):20 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'counts.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'counts.png'
replot
unset output
