# Run inside this folder: gnuplot stochastic.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ends of descents from random points; energies E = H/N
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

set label 'Stochastic and plain gradient descent end about equally deep' at graph 0.5, screen 0.965 center font ',13.0'
set label 'E of the ends of gradient descent' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'E from the same starts, otherwise' font ',12.0'
set xrange [-1.6094087001541397:-1.3152278525981995]
set yrange [-1.6094087001541397:-1.3152278525981995]

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; 10 mini-batches; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'a mark is the mean over the starts of one disorder sample' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.14125 to screen 0.11577, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'equal' at screen 0.12743, 0.14125 left font ',10.5'
set label '' at screen 0.3847, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'SGD, small steps' at screen 0.41803, 0.14125 left font ',10.5'
set label '' at screen 0.6753, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'SGD, decreasing steps' at screen 0.70863, 0.14125 left font ',10.5'
set label '' at screen 0.0941, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'control: stopped early' at screen 0.12743, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'stochastic.svg'
plot \
  'stochastic.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'equal', \
  'stochastic.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'SGD, small steps', \
  'stochastic.csv' using 5:6 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'SGD, decreasing steps', \
  'stochastic.csv' using 7:8 with points pt 9 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'control: stopped early'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'stochastic.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'stochastic.png'
replot
unset output
