# Run inside this folder: gnuplot pairs.gp
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
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Midway between two minima: the energy is a matter of their overlap' at graph 0.5, screen 0.965 center font ',13.0'
set label 'overlap q of the two minima' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'energy per spin E = H/N of their average' font ',12.0'
set xrange [-0.32:1.02]
set yrange [-1.75:0.25]

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1; line: E*(1 + 3q)/(√2 (1 + q)^{3/2}), E* the mean of all minima' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'a pair is off the line by what its minima are off E*' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.2198, 0.10375 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'pairs' at screen 0.25313, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'exact, no free parameter' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'pairs.svg'
plot \
  'pairs.csv' using 1:2 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'pairs', \
  'pairs.csv' using 3:4 with lines lw 2.2 lc rgb '#000000' title 'exact, no free parameter'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'pairs.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'pairs.png'
replot
unset output
