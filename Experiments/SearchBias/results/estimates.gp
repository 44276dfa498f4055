# Run inside this folder: gnuplot estimates.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# searches from random starts against enumerated critical points
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.385
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'What is found once or twice tells of most of what is missed' at graph 0.5, screen 0.965 center font ',13.0'
set label 'starts per critical point' at graph 0.5, screen 0.2925 center font ',12.0'
set ylabel 'estimated / true number of critical points' font ',12.0'
set logscale x
set format x '10^{%T}'

set label "Chao's estimate of the number of critical points" at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'pure 3-spin, all critical points of each sample enumerated, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors, the sample being the unit' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14913, 0.24375 to screen 0.19247, 0.24375 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'the truth' at screen 0.20413, 0.24375 left font ',10.5'
set arrow from screen 0.50833, 0.24375 to screen 0.55167, 0.24375 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 8, index-targeted Newton' at screen 0.56333, 0.24375 left font ',10.5'
set arrow from screen 0.14913, 0.20625 to screen 0.19247, 0.20625 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 8, plain Newton' at screen 0.20413, 0.20625 left font ',10.5'
set arrow from screen 0.50833, 0.20625 to screen 0.55167, 0.20625 nohead lw 2.2 lc rgb '#009E73'
set label 'N = 8, Levenberg-Marquardt' at screen 0.56333, 0.20625 left font ',10.5'
set arrow from screen 0.14913, 0.16875 to screen 0.19247, 0.16875 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1708, 0.16875 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 16, index-targeted Newton' at screen 0.20413, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 16, plain Newton' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.14913, 0.13125 to screen 0.19247, 0.13125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.1708, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'N = 16, Levenberg-Marquardt' at screen 0.20413, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'estimates.svg'
plot \
  'estimates.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' title 'the truth', \
  'estimates.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'N = 8, index-targeted Newton', \
  'estimates.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' title 'N = 8, plain Newton', \
  'estimates.csv' using 7:8 with lines lw 2.2 lc rgb '#009E73' title 'N = 8, Levenberg-Marquardt', \
  'estimates.csv' using 9:10:(0):11 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 16, index-targeted Newton', \
  'estimates.csv' using 12:13:(0):14 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 16, plain Newton', \
  'estimates.csv' using 15:16:(0):17 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'N = 16, Levenberg-Marquardt'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'estimates.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'estimates.png'
replot
unset output
