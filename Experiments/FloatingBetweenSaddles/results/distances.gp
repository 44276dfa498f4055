# Run inside this folder: gnuplot distances.gp
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
set bmargin at screen 0.3475
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Descent is far from any critical point until it is nearly down' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time t of dσ/dt = -grad H' at graph 0.5, screen 0.255 center font ',12.0'
set ylabel 'distance along the chord over √N' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.02:76.8]
set yrange [0.0:1.5]

set arrow from graph 0.0, first 0.1 to graph 1.0, first 0.1 nohead back dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'close' at graph 0.98, first 0.1 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, |σ|² = N, E = H/N; gradient flow from random points, seed 1' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'the leftmost marks are random points (t = 0); bars: standard errors over samples' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'two random points: √2; the nearest critical point of a random point, N → ∞: 2 sin(π/8)' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.04133, 0.20625 to screen 0.08467, 0.20625 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'unrelated points, √2' at screen 0.09633, 0.20625 left font ',10.5'
set arrow from screen 0.50833, 0.20625 to screen 0.55167, 0.20625 nohead lw 2.2 lc rgb '#000000'
set label 'exact, nearest at t = 0' at screen 0.56333, 0.20625 left font ',10.5'
set arrow from screen 0.04133, 0.16875 to screen 0.08467, 0.16875 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 100' at screen 0.09633, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 300' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.04133, 0.13125 to screen 0.08467, 0.13125 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.063, 0.13125 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'nearest critical point found' at screen 0.09633, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 2.2 lc rgb '#000000'
set label '|g|/λ_{max}: nearer only if curvatures grow' at screen 0.56333, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'distances.svg'
plot \
  'distances.csv' using 1:2 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle, \
  'distances.csv' using 3:4 with lines lw 2.2 lc rgb '#000000' notitle, \
  'distances.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'distances.csv' using 8:9 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'distances.csv' using 10:11:(0):12 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'distances.csv' using 13:14 with lines lw 2.2 lc rgb '#D55E00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'distances.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'distances.png'
replot
unset output
