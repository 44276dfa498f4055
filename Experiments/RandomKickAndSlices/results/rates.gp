# Run inside this folder: gnuplot rates.gp
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

set label 'Below -E∞/2 the lowest mode decides, and it gets worse' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N of the saddle' at graph 0.5, screen 0.245 center font ',12.0'
set ylabel '-ln P/N' font ',12.0'
set xrange [-1.65:0.0]
set yrange [0.0:1.4]

set label 'P: exact chance that a random direction goes down' at screen 0.02, 0.10375 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'pure 3-spin, seed 1; critical points from index-targeted searches' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.0647, 0.19625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'saddles, N = 20' at screen 0.09803, 0.19625 left font ',10.5'
set label '' at screen 0.3749, 0.19625 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'saddles, N = 80' at screen 0.40823, 0.19625 left font ',10.5'
set label '' at screen 0.6851, 0.19625 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'saddles, N = 160' at screen 0.71843, 0.19625 left font ',10.5'
set arrow from screen 0.04303, 0.15875 to screen 0.08637, 0.15875 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'normal law, pE²/(4(p-1))' at screen 0.09803, 0.15875 left font ',10.5'
set arrow from screen 0.35323, 0.15875 to screen 0.39657, 0.15875 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.40823, 0.15875 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'rates.svg'
plot \
  'rates.csv' using 1:2 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'saddles, N = 20', \
  'rates.csv' using 3:4 with points pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'saddles, N = 80', \
  'rates.csv' using 5:6 with points pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'saddles, N = 160', \
  'rates.csv' using 7:8 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'normal law, pE²/(4(p-1))', \
  'rates.csv' using 9:10 with lines lw 2.2 lc rgb '#000000' title 'N → ∞'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'rates.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'rates.png'
replot
unset output
