# Run inside this folder: gnuplot index.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# gradient flow dσ/dt = -grad H from random points
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

set label "Newton's critical points have the index of the place they are reached from" at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N of the place on the way down' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'index fraction k/(N-1)' font ',12.0'
set xrange [-1.7:0.1]
set yrange [-0.02:0.6]

set label 'pure 3-spin, |σ|² = N, E = H/N; gradient flow from random points, seed 1; N = 100, 48 samples' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'time runs from right to left; bars: standard errors over samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.17853, 0.14125 to screen 0.22187, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'semicircle at E, N → ∞' at screen 0.23353, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'of the place' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.17853, 0.10375 to screen 0.22187, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.2002, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label "of Newton's critical point" at screen 0.23353, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'index.svg'
plot \
  'index.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'semicircle at E, N → ∞', \
  'index.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'of the place', \
  'index.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title "of Newton's critical point"

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'index.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'index.png'
replot
unset output
