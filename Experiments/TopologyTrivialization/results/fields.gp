# Run inside this folder: gnuplot fields.gp
# Saddlery 0.1.0
# model: Gaussian field in a parabola
# seed: 1
# convention: H(x) = μ|x|²/2 + V(x), Cov(V(x), V(y)) = N f(|x-y|²/(2N)), m = μ/√f''(0)
# all critical points of sampled fields, f = e^{-τ}
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

set label 'All critical points of sampled fields average to the exact numbers' at graph 0.5, screen 0.965 center font ',13.0'
set label 'confinement m = μ/μ_c' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean number' font ',12.0'
set logscale y
set format y '10^{%T}'

set label 'Gaussian fields in a parabola, seed 1; lines: exact means; marks: means over samples' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors, the sample being the unit' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.08393, 0.14125 to screen 0.12727, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 1, minima' at screen 0.13893, 0.14125 left font ',10.5'
set arrow from screen 0.29613, 0.14125 to screen 0.33947, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 1, maxima' at screen 0.35113, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'N = 2, minima' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.72053, 0.14125 to screen 0.76387, 0.14125 nohead lw 2.2 lc rgb '#CC79A7'
set label 'N = 2, saddles' at screen 0.77553, 0.14125 left font ',10.5'
set arrow from screen 0.08393, 0.10375 to screen 0.12727, 0.10375 nohead lw 2.2 lc rgb '#56B4E9'
set label 'N = 2, maxima' at screen 0.13893, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'fields.svg'
plot \
  'fields.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title 'N = 1, minima', \
  'fields.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'fields.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' title 'N = 1, maxima', \
  'fields.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'fields.csv' using 11:12 with lines lw 2.2 lc rgb '#E69F00' title 'N = 2, minima', \
  'fields.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle, \
  'fields.csv' using 16:17 with lines lw 2.2 lc rgb '#CC79A7' title 'N = 2, saddles', \
  'fields.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#CC79A7' notitle, \
  'fields.csv' using 21:22 with lines lw 2.2 lc rgb '#56B4E9' title 'N = 2, maxima', \
  'fields.csv' using 23:24:(0):25 with xyerrorbars pt 13 ps 0.6 lw 1.2 lc rgb '#56B4E9' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'fields.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'fields.png'
replot
unset output
