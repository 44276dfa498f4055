# Run inside this folder: gnuplot profiles.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ways between successive points of gradient descent
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.255
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'The loss between successive steps: a valley floor, no barrier' at graph 0.5, screen 0.965 center font ',13.0'
set label 'step' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'energy per spin E = H/N along the great circle' font ',12.0'

set label 'pure 3-spin, |σ|² = N, E = H/N; seed 1; N = 100, one sample, the last ten of 300 steps' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.11653, 0.11375 to screen 0.15987, 0.11375 nohead lw 2.2 lc rgb '#0072B2'
set label 'η = 0.153 = 0.75 η*' at screen 0.17153, 0.11375 left font ',10.5'
set arrow from screen 0.37773, 0.11375 to screen 0.42107, 0.11375 nohead lw 2.2 lc rgb '#D55E00'
set label 'η = 0.306 = 1.5 η*' at screen 0.43273, 0.11375 left font ',10.5'
set arrow from screen 0.63893, 0.11375 to screen 0.68227, 0.11375 nohead lw 2.2 lc rgb '#000000'
set label 'along the way' at screen 0.69393, 0.11375 left font ',10.5'
set label '' at screen 0.1382, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'steps' at screen 0.17153, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'profiles.svg'
plot \
  'profiles.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'profiles.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'profiles.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'profiles.csv' using 7:8 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'profiles.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'profiles.png'
replot
unset output
