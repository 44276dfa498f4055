# Run inside this folder: gnuplot across.gp
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

set label 'The average of minima of different basins is no minimum' at graph 0.5, screen 0.965 center font ',13.0'
set label 'number K of minima averaged' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'energy per spin E = H/N' font ',12.0'
set logscale x
set xrange [1.8:18.0]
set xtics 2.0
set yrange [-1.7:0.0]

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1; 60 samples' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'predicted: mean of a Gaussian J given energies and overlaps of the minima, exact for K = 2' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14913, 0.14125 to screen 0.19247, 0.14125 nohead dt (8,5) lw 2.21 lc rgb '#000000'
set label 'E*/√K, minima at right angles' at screen 0.20413, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'predicted' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.14913, 0.10375 to screen 0.19247, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1708, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'their average' at screen 0.20413, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'the minima' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'across.svg'
plot \
  'across.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' title 'E*/√K, minima at right angles', \
  'across.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'predicted', \
  'across.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'their average', \
  'across.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'the minima'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'across.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'across.png'
replot
unset output
