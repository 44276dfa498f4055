# Run inside this folder: gnuplot ends.gp
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
set bmargin at screen 0.31
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'From the same starts: Newton at saddles halfway up, the others in minima' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N where the run ends' at graph 0.5, screen 0.2175 center font ',12.0'
set ylabel 'index fraction k/(N-1)' font ',12.0'
set yrange [-0.1:1.0]

set label 'pure 3-spin, N = 50, 150 samples, seed 1; all minima have α = 0, drawn below one another' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.07243, 0.16875 to screen 0.11577, 0.16875 nohead lw 2.2 lc rgb '#000000'
set label 'critical points, N → ∞' at screen 0.12743, 0.16875 left font ',10.5'
set label '' at screen 0.3847, 0.16875 point pt 7 ps 0.5 lc rgb '#000000'
set label 'Newton, capped' at screen 0.41803, 0.16875 left font ',10.5'
set label '' at screen 0.6753, 0.16875 point pt 7 ps 0.5 lc rgb '#D55E00'
set label 'shifted Newton' at screen 0.70863, 0.16875 left font ',10.5'
set label '' at screen 0.0941, 0.13125 point pt 7 ps 0.5 lc rgb '#E69F00'
set label 'saddle-free Newton' at screen 0.12743, 0.13125 left font ',10.5'
set label '' at screen 0.3847, 0.13125 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'gradient descent' at screen 0.41803, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'ends.svg'
plot \
  'ends.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'critical points, N → ∞', \
  'ends.csv' using 3:4 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80000000' title 'Newton, capped', \
  'ends.csv' using 5:6 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80D55E00' title 'shifted Newton', \
  'ends.csv' using 7:8 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80E69F00' title 'saddle-free Newton', \
  'ends.csv' using 9:10 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'gradient descent'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'ends.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'ends.png'
replot
unset output
