# Run inside this folder: gnuplot two-lengths.gp
# Saddlery 0.1.0
# model: Gaussian fields in N dimensions
# seed: 1
# convention: Cov(V(x), V(y)) = N f(|x-y|²/(2N)), ε = V/N
# experiment GaussianFieldIndex
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

set label 'Values scatter where κ < 1, and searches go deep' at graph 0.5, screen 0.965 center font ',13.0'
set label 'value per dimension ε = V/N' at graph 0.5, screen 0.265 center font ',12.0'
set ylabel 'index fraction α = k/N' font ',12.0'
set yrange [-0.03:1.03]
set ytics 0.2

set label 'covariance of two lengths, f = (exp(-τ) + exp(-τ/0.16))/2, κ = 0.810, N = 40' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'Cov(V(x), V(y)) = N f(|x-y|²/(2N)); seed 1; 64 searches in each sample' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.05113, 0.21625 to screen 0.09447, 0.21625 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'threshold ±ε_c' at screen 0.10613, 0.21625 left font ',10.5'
set arrow from screen 0.50833, 0.21625 to screen 0.55167, 0.21625 nohead lw 2.2 lc rgb '#000000'
set label 'theory, N → ∞ (most likely index)' at screen 0.56333, 0.21625 left font ',10.5'
set label '' at screen 0.0728, 0.17875 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'critical points' at screen 0.10613, 0.17875 left font ',10.5'
set arrow from screen 0.50833, 0.17875 to screen 0.55167, 0.17875 nohead dt (8,5) lw 2.2 lc rgb '#E69F00'
set label 'exact mean energy of each index, N = 40' at screen 0.56333, 0.17875 left font ',10.5'
set arrow from screen 0.05113, 0.14125 to screen 0.09447, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.0728, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'means ± standard error' at screen 0.10613, 0.14125 left font ',10.5'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.5 lc rgb '#009E73'
set label 'planted: typical points' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.05113, 0.10375 to screen 0.09447, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label 'exact mean ± standard deviation' at screen 0.10613, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'two-lengths.svg'
plot \
  'two-lengths.csv' using 1:2 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'threshold ±ε_c', \
  'two-lengths.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'two-lengths.csv' using 5:6 with lines lw 2.2 lc rgb '#000000' title 'theory, N → ∞ (most likely index)', \
  'two-lengths.csv' using 7:8 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'critical points', \
  'two-lengths.csv' using 9:10 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' title 'exact mean energy of each index, N = 40', \
  'two-lengths.csv' using 11:12:13:(0) with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'means ± standard error', \
  'two-lengths.csv' using 14:15 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80009E73' title 'planted: typical points', \
  'two-lengths.csv' using 16:17 with lines lw 1.2 lc rgb '#7F7F7F' title 'exact mean ± standard deviation', \
  'two-lengths.csv' using 18:19 with lines lw 1.2 lc rgb '#7F7F7F' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'two-lengths.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'two-lengths.png'
replot
unset output
