# Run inside this folder: gnuplot random-plane.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# saddles from index-targeted searches
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.20761
set tmargin at screen 0.95156
set rmargin at screen 0.85
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'The saddle in a random plane: a bowl' at graph 0.5, screen 0.97578 center font ',13.0'
set label 'random direction s' at graph 0.5, screen 0.1436 center font ',12.0'
set ylabel 'random direction t' font ',12.0'
set autoscale fix
set size ratio -1

set palette defined (0 '#05429A', 1 '#3C5099', 2 '#565F97', 3 '#6C6F95', 4 '#7F8093', 5 '#919191', 6 '#A7A08C', 7 '#BDB088', 8 '#D3C082', 9 '#E8D17C', 10 '#FDE275')
set cbrange [-0.3401990805398488:0.3401990805398488]
set label 'E - E(saddle)' at screen 0.98, graph 0.5 center rotate font ',12.0'

set label 'one saddle of index 20 of 79, E = -0.640; arcs' at screen 0.02, 0.0718 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'pure 3-spin, seed 1; critical points from index-targeted searches' at screen 0.02, 0.05277 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.03374 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.01471 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.37773, 0.10986 to screen 0.42107, 0.10986 nohead lw 0.8 lc rgb '#000000'
set label 'contours every 0.05' at screen 0.43273, 0.10986 left font ',10.5'

set terminal svg size 600,578.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'random-plane.svg'
plot \
  'random-plane.csv' using 1:2:3 with image notitle, \
  'random-plane.csv' using 4:5 with lines lw 0.8 lc rgb '#000000' title 'contours every 0.05'

set terminal pdfcairo size 18cm,17.34cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'random-plane.pdf'
replot

set terminal pngcairo size 1200,1156.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'random-plane.png'
replot
unset output
