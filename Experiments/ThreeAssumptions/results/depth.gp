# Run inside this folder: gnuplot depth.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# minima: exact means, and ends of descents
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2175
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Deeper models have minima further from the global one' at graph 0.5, screen 0.965 center font ',13.0'
set label 'p, which stands for the number of layers' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'E_∞/E_0: most minima over the global one' font ',12.0'
set xrange [2.0:62.0]
set yrange [0.7:1.02]

set label 'pure p-spin, |σ|² = N, exact, N → ∞; E_∞ = 2√((p-1)/p), where most minima are' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.32553, 0.07625 to screen 0.36887, 0.07625 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'all as good' at screen 0.38053, 0.07625 left font ',10.5'
set label '' at screen 0.53, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'E_∞/E_0' at screen 0.56333, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'depth.svg'
plot \
  'depth.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' title 'all as good', \
  'depth.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'E_∞/E_0'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'depth.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'depth.png'
replot
unset output
