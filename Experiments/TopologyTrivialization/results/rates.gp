# Run inside this folder: gnuplot rates.gp
# Saddlery 0.1.0
# model: Gaussian field in a parabola
# convention: H(x) = μ|x|²/2 + V(x), Cov(V(x), V(y)) = N f(|x-y|²/(2N)), m = μ/√f''(0)
# exact mean numbers
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2175
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Exponentially many critical points below m = 1, one above' at graph 0.5, screen 0.965 center font ',13.0'
set label 'confinement m = μ/μ_c' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'log(mean number of critical points)/N' font ',12.0'
set yrange [0.0:1.4]

set label 'Gaussian field in a parabola, H = μ|x|²/2 + V(x), x in R^N; exact means' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10693, 0.07625 to screen 0.15027, 0.07625 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 5' at screen 0.16193, 0.07625 left font ',10.5'
set arrow from screen 0.24073, 0.07625 to screen 0.28407, 0.07625 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 10' at screen 0.29573, 0.07625 left font ',10.5'
set arrow from screen 0.37453, 0.07625 to screen 0.41787, 0.07625 nohead lw 2.2 lc rgb '#009E73'
set label 'N = 20' at screen 0.42953, 0.07625 left font ',10.5'
set arrow from screen 0.50833, 0.07625 to screen 0.55167, 0.07625 nohead lw 2.2 lc rgb '#E69F00'
set label 'N = 40' at screen 0.56333, 0.07625 left font ',10.5'
set arrow from screen 0.64213, 0.07625 to screen 0.68547, 0.07625 nohead lw 2.2 lc rgb '#CC79A7'
set label 'N = 80' at screen 0.69713, 0.07625 left font ',10.5'
set arrow from screen 0.77593, 0.07625 to screen 0.81927, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.83093, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'rates.svg'
plot \
  'rates.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title 'N = 5', \
  'rates.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' title 'N = 10', \
  'rates.csv' using 5:6 with lines lw 2.2 lc rgb '#009E73' title 'N = 20', \
  'rates.csv' using 7:8 with lines lw 2.2 lc rgb '#E69F00' title 'N = 40', \
  'rates.csv' using 9:10 with lines lw 2.2 lc rgb '#CC79A7' title 'N = 80', \
  'rates.csv' using 11:12 with lines lw 2.2 lc rgb '#000000' title 'N → ∞', \
  'rates.csv' using 13:14 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'rates.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'rates.png'
replot
unset output
