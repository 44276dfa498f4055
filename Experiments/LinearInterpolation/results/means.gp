# Run inside this folder: gnuplot means.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# great circles from random points to minima
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.1975
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'From a start to its solution as from any point: flat first, steep late' at graph 0.5, screen 0.965 center font ',13.0'
set label 'part of the way t' at graph 0.5, screen 0.105 center font ',12.0'
set ylabel "mean energy in units of the minimum's, u(t)/|u*|" font ',12.0'
set xrange [0.0:1.0]
set yrange [-1.05:0.05]

set label 'pure 3-spin, N = 200, |σ|² = N, u = E = H/N, u* at the minimum; great circles; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over 12 samples, smaller than the marks' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

set key inside bottom left opaque Left reverse samplen 2 font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'means.svg'
plot \
  'means.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title '-cos^3((1 - t) π/2), overlap 0', \
  'means.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'convex on the sphere: p = 1', \
  'means.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'from unrelated points', \
  'means.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'from the start of descent'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'means.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'means.png'
replot
unset output
