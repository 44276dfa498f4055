# Run inside this folder: gnuplot ways.gp
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

set label 'Downhill all the way, flat first and steep late: not convex' at graph 0.5, screen 0.965 center font ',13.0'
set label 'part of the way t' at graph 0.5, screen 0.105 center font ',12.0'
set ylabel 'energy per spin E = H/N' font ',12.0'
set xrange [0.0:1.0]

set label 'pure 3-spin, N = 200, |σ|² = N, u = E = H/N, u* at the minimum; great circles; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'six samples, one start in each' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

set key inside bottom left opaque Left reverse samplen 2 font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'ways.svg'
plot \
  'ways.csv' using 1:2 with lines lw 2.2 lc rgb '#D55E00' title 'from the start of descent', \
  'ways.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'ways.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'ways.csv' using 7:8 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'ways.csv' using 9:10 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'ways.csv' using 11:12 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'ways.csv' using 13:14 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' title 'from an unrelated point', \
  'ways.csv' using 15:16 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'ways.csv' using 17:18 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'ways.csv' using 19:20 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'ways.csv' using 21:22 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'ways.csv' using 23:24 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'ways.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'ways.png'
replot
unset output
