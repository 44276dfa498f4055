# Run inside this folder: gnuplot monkey-saddle.gp
# Saddlery 0.1.0
# model: toy saddles in the plane; pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.18214
set tmargin at screen 0.95
set rmargin at screen 0.85
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'f = x³ - 3xy²: Newton goes to the saddle, the others leave' at graph 0.5, screen 0.975 center font ',13.0'
set label 'x' at graph 0.5, screen 0.11607 center font ',12.0'
set ylabel 'y' font ',12.0'
set xrange [-1.0:1.0]
set yrange [-1.0:1.0]
set autoscale fix
set size ratio -1

set palette defined (0 '#05429A', 1 '#3C5099', 2 '#565F97', 3 '#6C6F95', 4 '#7F8093', 5 '#919191', 6 '#A7A08C', 7 '#BDB088', 8 '#D3C082', 9 '#E8D17C', 10 '#FDE275')
set cbrange [-2.0:2.0]
set label 'f' at screen 0.98, graph 0.5 center rotate font ',12.0'

set label 'one start, (0.8, 0.35); the saddle is at (0, 0)' at screen 0.02, 0.01518 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.13123, 0.08125 to screen 0.17457, 0.08125 nohead lw 0.8 lc rgb '#7F7F7F'
set label 'contours every 0.5' at screen 0.18623, 0.08125 left font ',10.5'
set label '' at screen 0.4043, 0.08125 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'Newton, capped' at screen 0.43763, 0.08125 left font ',10.5'
set label '' at screen 0.6557, 0.08125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'shifted Newton' at screen 0.68903, 0.08125 left font ',10.5'
set label '' at screen 0.1529, 0.05446 point pt 9 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'saddle-free Newton' at screen 0.18623, 0.05446 left font ',10.5'
set arrow from screen 0.38263, 0.05446 to screen 0.42597, 0.05446 nohead lw 2.2 lc rgb '#0072B2'
set label 'gradient descent' at screen 0.43763, 0.05446 left font ',10.5'

set terminal svg size 600,560.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'monkey-saddle.svg'
plot \
  'monkey-saddle.csv' using 1:2:3 with image notitle, \
  'monkey-saddle.csv' using 4:5 with lines lw 0.8 lc rgb '#7F7F7F' title 'contours every 0.5', \
  'monkey-saddle.csv' using 7:8 with lines lw 2.2 lc rgb '#000000' notitle, \
  'monkey-saddle.csv' using 9:10 with points pt 7 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'monkey-saddle.csv' using 9:10 with points pt 7 ps 0.6 lw 1.2 lc rgb '#000000' title 'Newton, capped', \
  'monkey-saddle.csv' using 11:12 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'monkey-saddle.csv' using 13:14 with points pt 5 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'monkey-saddle.csv' using 13:14 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'shifted Newton', \
  'monkey-saddle.csv' using 15:16 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'monkey-saddle.csv' using 17:18 with points pt 9 ps 0.95 lw 3.6 lc rgb '#FFFFFF' notitle, \
  'monkey-saddle.csv' using 17:18 with points pt 9 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'saddle-free Newton', \
  'monkey-saddle.csv' using 19:20 with lines lw 2.2 lc rgb '#0072B2' title 'gradient descent'

set terminal pdfcairo size 18cm,16.8cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'monkey-saddle.pdf'
replot

set terminal pngcairo size 1200,1120.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'monkey-saddle.png'
replot
unset output
