# Run inside this folder: gnuplot sizes.gp
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

set label 'Where descent ends, by size' at graph 0.5, screen 0.965 center font ',13.0'
set label 'N^{-2/3}' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean energy per spin E = H/N' font ',12.0'
set xrange [0.0:0.07736466147144815]
set yrange [* < -1.6569983635274732 : -1.6329931618554523 < *]

set arrow from graph 0.0, first -1.6329931618554523 to graph 1.0, first -1.6329931618554523 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label '-E_∞' at graph 0.98, first -1.6329931618554523 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'
set arrow from graph 0.0, first -1.6569983635274732 to graph 1.0, first -1.6569983635274732 nohead back lw 1.2 lc rgb '#000000'
set label '-E_0' at graph 0.98, first -1.6569983635274732 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, |σ|² = N, E = H/N; gradient descent from random points, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over disorder samples, smaller than the marks' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.14125 to screen 0.11577, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'all minima, exact mean' at screen 0.12743, 0.14125 left font ',10.5'
set arrow from screen 0.36303, 0.14125 to screen 0.40637, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'line in N^{-2/3}' at screen 0.41803, 0.14125 left font ',10.5'
set arrow from screen 0.65363, 0.14125 to screen 0.69697, 0.14125 nohead dt (8,5) lw 2.2 lc rgb '#0072B2'
set label 'line in N^{-1/2}' at screen 0.70863, 0.14125 left font ',10.5'
set arrow from screen 0.07243, 0.10375 to screen 0.11577, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.0941, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'ends of descent' at screen 0.12743, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'sizes.svg'
plot \
  'sizes.csv' using 1:2 with lines lw 2.2 lc rgb '#E69F00' title 'all minima, exact mean', \
  'sizes.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'line in N^{-2/3}', \
  'sizes.csv' using 5:6 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' title 'line in N^{-1/2}', \
  'sizes.csv' using 7:8:(0):9 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'ends of descent'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'sizes.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'sizes.png'
replot
unset output
