# Run inside this folder: gnuplot inside.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# dσ = -grad H dt + √(2T) dW: T in units of H
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

set label 'Averaging removes the noise inside a basin' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time averaged over, η times the number of iterates' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'energy per spin above the minimum, E - E*' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.4:130.0]
set logscale y
set format y '10^{%T}'

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1; 40 minima, step η = 0.05' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'dashed: mean excess of iterates; predicted: linear recursion of each mode and the shift of order T²' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.13123, 0.14125 to screen 0.17457, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'T = 0.01' at screen 0.18623, 0.14125 left font ',10.5'
set arrow from screen 0.38263, 0.14125 to screen 0.42597, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'T = 0.05' at screen 0.43763, 0.14125 left font ',10.5'
set arrow from screen 0.63403, 0.14125 to screen 0.67737, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'T = 0.1' at screen 0.68903, 0.14125 left font ',10.5'
set arrow from screen 0.13123, 0.10375 to screen 0.17457, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'average, predicted' at screen 0.18623, 0.10375 left font ',10.5'
set arrow from screen 0.38263, 0.10375 to screen 0.42597, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.4043, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'average, measured' at screen 0.43763, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'inside.svg'
plot \
  'inside.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'inside.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'inside.csv' using 6:7 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'inside.csv' using 8:9 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'inside.csv' using 10:11:(0):12 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'inside.csv' using 13:14 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'inside.csv' using 15:16 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'inside.csv' using 17:18:(0):19 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'inside.csv' using 20:21 with lines dt (8,5) lw 2.2 lc rgb '#009E73' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'inside.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'inside.png'
replot
unset output
