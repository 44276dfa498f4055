# Run inside this folder: gnuplot sphere.gp
# Saddlery 0.1.0
# model: 3-spin in a random field, ξ(q) = h²q + q³
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# every critical point of every sample, certified
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.3575
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A field beyond h² = 3 leaves few critical points' at graph 0.5, screen 0.965 center font ',13.0'
set label 'strength of the field h²' at graph 0.5, screen 0.265 center font ',12.0'
set ylabel 'mean number of critical points/(2N)' font ',12.0'
set xrange [0.0:16.0]
set logscale y
set format y '10^{%T}'

set label '3-spin in a random field, all critical points of every sample, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors, the sample being the unit' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.15893, 0.21625 to screen 0.20227, 0.21625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1806, 0.21625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 6, all points of samples' at screen 0.21393, 0.21625 left font ',10.5'
set arrow from screen 0.50833, 0.21625 to screen 0.55167, 0.21625 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.21625 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 8, all points of samples' at screen 0.56333, 0.21625 left font ',10.5'
set arrow from screen 0.15893, 0.17875 to screen 0.20227, 0.17875 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 6, exact' at screen 0.21393, 0.17875 left font ',10.5'
set arrow from screen 0.50833, 0.17875 to screen 0.55167, 0.17875 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 8, exact' at screen 0.56333, 0.17875 left font ',10.5'
set arrow from screen 0.15893, 0.14125 to screen 0.20227, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'N = 16, exact' at screen 0.21393, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'N = 32, exact' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.15893, 0.10375 to screen 0.20227, 0.10375 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'h² = 3' at screen 0.21393, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'sphere.svg'
plot \
  'sphere.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 6, all points of samples', \
  'sphere.csv' using 4:5:(0):6 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 8, all points of samples', \
  'sphere.csv' using 7:8 with lines lw 2.2 lc rgb '#0072B2' title 'N = 6, exact', \
  'sphere.csv' using 9:10 with lines lw 2.2 lc rgb '#D55E00' title 'N = 8, exact', \
  'sphere.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' title 'N = 16, exact', \
  'sphere.csv' using 13:14 with lines lw 2.2 lc rgb '#E69F00' title 'N = 32, exact', \
  'sphere.csv' using 15:16 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'h² = 3'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'sphere.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'sphere.png'
replot
unset output
