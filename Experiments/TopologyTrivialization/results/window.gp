# Run inside this folder: gnuplot window.gp
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
set bmargin at screen 0.32
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'In a window N^{-1/3} the number of minima tends to one shape' at graph 0.5, screen 0.965 center font ',13.0'
set label 'δ = (m - 1) N^{1/3}' at graph 0.5, screen 0.2275 center font ',12.0'
set ylabel 'mean number of minima' font ',12.0'
set logscale y
set yrange [1.0:20.0]
set ytics 2.0

set label 'Gaussian field in a parabola; exact means; limit: 2 exp(-δ³/3) E exp(δζ), ζ of the law of β = 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'extrapolated: the polynomial in N^(-1/3) through the numbers at all N' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.13123, 0.17875 to screen 0.17457, 0.17875 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 10' at screen 0.18623, 0.17875 left font ',10.5'
set arrow from screen 0.38263, 0.17875 to screen 0.42597, 0.17875 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 20' at screen 0.43763, 0.17875 left font ',10.5'
set arrow from screen 0.63403, 0.17875 to screen 0.67737, 0.17875 nohead lw 2.2 lc rgb '#009E73'
set label 'N = 40' at screen 0.68903, 0.17875 left font ',10.5'
set arrow from screen 0.13123, 0.14125 to screen 0.17457, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'N = 80' at screen 0.18623, 0.14125 left font ',10.5'
set arrow from screen 0.38263, 0.14125 to screen 0.42597, 0.14125 nohead lw 2.2 lc rgb '#CC79A7'
set label 'N = 160' at screen 0.43763, 0.14125 left font ',10.5'
set arrow from screen 0.63403, 0.14125 to screen 0.67737, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞, Tracy-Widom' at screen 0.68903, 0.14125 left font ',10.5'
set label '' at screen 0.1529, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'extrapolated' at screen 0.18623, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'window.svg'
plot \
  'window.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title 'N = 10', \
  'window.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' title 'N = 20', \
  'window.csv' using 5:6 with lines lw 2.2 lc rgb '#009E73' title 'N = 40', \
  'window.csv' using 7:8 with lines lw 2.2 lc rgb '#E69F00' title 'N = 80', \
  'window.csv' using 9:10 with lines lw 2.2 lc rgb '#CC79A7' title 'N = 160', \
  'window.csv' using 11:12 with lines lw 2.2 lc rgb '#000000' title 'N → ∞, Tracy-Widom', \
  'window.csv' using 13:14 with points pt 7 ps 0.6 lw 1.2 lc rgb '#000000' title 'extrapolated'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'window.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'window.png'
replot
unset output
