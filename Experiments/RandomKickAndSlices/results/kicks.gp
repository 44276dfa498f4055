# Run inside this folder: gnuplot kicks.gp
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
set bmargin at screen 0.3375
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Any kick and gradient descent leave a saddle in a time like ln(1/kick)' at graph 0.5, screen 0.965 center font ',13.0'
set label 'length of the kick / √N' at graph 0.5, screen 0.245 center font ',12.0'
set ylabel 'time · rate of the lowest mode, ≈|λ_{min}|' font ',12.0'
set logscale x
set format x '10^{%T}'
set yrange [0.0:20.0]

set label 'N = 80; until the energy has fallen by what 0.1 √N along the lowest mode brings' at screen 0.02, 0.10375 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'pure 3-spin, seed 1; critical points from index-targeted searches' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.02513, 0.19625 to screen 0.06847, 0.19625 nohead lw 2.2 lc rgb '#000000'
set label 'lowest mode alone' at screen 0.08013, 0.19625 left font ',10.5'
set arrow from screen 0.26673, 0.19625 to screen 0.31007, 0.19625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.2884, 0.19625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'α = 0.03' at screen 0.32173, 0.19625 left font ',10.5'
set arrow from screen 0.50833, 0.19625 to screen 0.55167, 0.19625 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.19625 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'α = 0.10' at screen 0.56333, 0.19625 left font ',10.5'
set arrow from screen 0.74993, 0.19625 to screen 0.79327, 0.19625 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.7716, 0.19625 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'α = 0.25' at screen 0.80493, 0.19625 left font ',10.5'
set arrow from screen 0.02513, 0.15875 to screen 0.06847, 0.15875 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.0468, 0.15875 point pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'α = 0.41' at screen 0.08013, 0.15875 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'kicks.svg'
plot \
  'kicks.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'lowest mode alone', \
  'kicks.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'α = 0.03', \
  'kicks.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'α = 0.10', \
  'kicks.csv' using 9:10:(0):11 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'α = 0.25', \
  'kicks.csv' using 12:13:(0):14 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'α = 0.41'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'kicks.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'kicks.png'
replot
unset output
