# Run inside this folder: gnuplot index-energy.gp
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
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Saddles at high energy, minima near the bottom' at graph 0.5, screen 0.965 center font ',13.0'
set label 'value per dimension ε = V/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'index fraction α = k/N' font ',12.0'
set yrange [-0.03:1.03]
set ytics 0.2

set label 'squared exponential covariance, κ = 1, 100 N plane waves' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'Cov(V(x), V(y)) = N f(|x-y|²/(2N)); seed 1; 64 searches in each sample' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10353, 0.14125 to screen 0.14687, 0.14125 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'threshold ±ε_c' at screen 0.15853, 0.14125 left font ',10.5'
set label '' at screen 0.3276, 0.14125 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'N = 30' at screen 0.36093, 0.14125 left font ',10.5'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.5 lc rgb '#009E73'
set label 'N = 60' at screen 0.56333, 0.14125 left font ',10.5'
set label '' at screen 0.7324, 0.14125 point pt 7 ps 0.5 lc rgb '#CC79A7'
set label 'N = 100' at screen 0.76573, 0.14125 left font ',10.5'
set arrow from screen 0.10353, 0.10375 to screen 0.14687, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'theory, N → ∞' at screen 0.15853, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'index-energy.svg'
plot \
  'index-energy.csv' using 1:2 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'threshold ±ε_c', \
  'index-energy.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'index-energy.csv' using 5:6 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'N = 30', \
  'index-energy.csv' using 7:8 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80009E73' title 'N = 60', \
  'index-energy.csv' using 9:10 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80CC79A7' title 'N = 100', \
  'index-energy.csv' using 11:12 with lines lw 2.2 lc rgb '#000000' title 'theory, N → ∞'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'index-energy.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'index-energy.png'
replot
unset output
